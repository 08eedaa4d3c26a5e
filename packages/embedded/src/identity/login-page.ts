import { type Html, html } from './html.ts'
import type { DemoUser } from './options.ts'
import { type Page, renderPage } from './page.ts'

export type LoginError =
  | { kind: 'refused' }
  | { kind: 'incomplete'; missing: readonly ('username' | 'password')[] }
  | { kind: 'throttled'; seconds: number }

type LoginForm = {
  /** Where the form is sent; also the page's own address. */
  action: string
  username: string
  error?: LoginError | undefined
  demoUsers: readonly DemoUser[]
  home?: string | undefined
}

/** The sign-in page: a form, why the last try failed, and the demo accounts. */
export function renderLoginPage({ action, username, error, demoUsers, home }: LoginForm): string {
  const wrong = wrongFields(error)
  const described = (field: Field) => wrong.includes(field) && html` aria-invalid="true" aria-describedby="error"`
  const next: Field = username === '' ? 'username' : 'password'
  const focused = (field: Field) => field === next && html` autofocus`
  const content = html`<div>
<h1>Se connecter</h1>
<p class="lead">Le même compte ouvre le bureau, l’espace partenaires et la plateforme du patrimoine.</p>
${error && errorSummary(error)}
<form method="post" action="${action}">
<div class="field">
<label for="username">Identifiant ou adresse de courriel</label>
<input id="username" name="username" type="text" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required${described('username')}${focused('username')}>
</div>
<div class="field">
<label for="password">Mot de passe</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required${described('password')}${focused('password')}>
</div>
<button type="submit">Entrer</button>
</form>
</div>
${demoUsers.length > 0 && demoAccounts(action, demoUsers)}`
  const page: Page = { title: error ? 'Erreur : se connecter' : 'Se connecter', content, home }
  return renderPage(page)
}

type Field = 'username' | 'password'

function wrongFields(error: LoginError | undefined): readonly Field[] {
  if (error?.kind === 'incomplete') return error.missing
  return error?.kind === 'refused' ? ['username', 'password'] : []
}

function errorSummary(error: LoginError): Html {
  const [what, advice] = sentences(error)
  return html`<div class="error" id="error" role="alert"><p><strong>${what}</strong></p><p>${advice}</p></div>`
}

function sentences(error: LoginError): [what: string, advice: string] {
  if (error.kind === 'throttled') {
    const minutes = Math.ceil(error.seconds / 60)
    const wait = minutes > 1 ? `${minutes} minutes` : 'une minute'
    return ['Trop d’essais sur ce compte.', `Patientez ${wait}, puis recommencez.`]
  }
  if (error.kind === 'refused') {
    return ['L’identifiant et le mot de passe ne correspondent pas.', 'Vérifiez les deux, majuscules comprises.']
  }
  const [first] = error.missing
  return error.missing.length > 1
    ? ['Le formulaire est vide.', 'Indiquez votre identifiant et votre mot de passe.']
    : [`Il manque ${first === 'username' ? 'l’identifiant' : 'le mot de passe'}.`, 'Complétez le formulaire.']
}

function demoAccounts(action: string, users: readonly DemoUser[]): Html {
  const passwords = [...new Set(users.map((user) => user.password))]
  const rows = users.map(
    (
      user,
    ) => html`<li><a href="${action}?compte=${encodeURIComponent(user.username)}">${user.username}</a> <span>${user.givenName} ${user.familyName}</span></li>
`,
  )
  return html`<section aria-labelledby="demo">
<h2 id="demo">Comptes de démonstration</h2>
<p>Cette plateforme tourne avec son moteur d’identité d’essai. Choisissez un compte pour remplir l’identifiant.</p>
<ul>
${rows}</ul>
${passwords.length === 1 && html`<p>Le mot de passe est <strong>${passwords[0]}</strong> pour tous.</p>`}
</section>`
}
