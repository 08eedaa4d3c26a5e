import { html } from './html.ts'
import { renderPage } from './page.ts'

type Explanation = { title: string; what: string }

const expired: Explanation = {
  title: 'Cette page n’est plus valable',
  what: 'Elle a attendu trop longtemps, ou elle a déjà servi. Revenez au site et recommencez.',
}

const explanations: Record<string, Explanation> = {
  SessionNotFound: expired,
  InvalidRedirectUri: {
    title: 'Adresse de retour inconnue',
    what: 'L’application qui vous envoie ici demande un retour vers une adresse qui n’est pas la sienne. Par prudence, la connexion s’arrête là.',
  },
  InvalidClient: {
    title: 'Application inconnue',
    what: 'L’application qui vous envoie ici n’est pas enregistrée auprès de ce service d’identité.',
  },
  NotFound: { title: 'Page introuvable', what: 'Il n’y a rien à cette adresse.' },
  InvalidRequest: {
    title: 'Demande incomprise',
    what: 'L’application qui vous envoie ici a fait une demande incomplète ou incorrecte. Revenez au site et recommencez.',
  },
}

const broken: Explanation = {
  title: 'Le service d’identité a rencontré une erreur',
  what: 'Ce n’est pas de votre fait. Réessayez dans un instant.',
}

/**
 * Says what went wrong to a person. What the library says stays out of it, but for a short code to quote.
 * @param name of the error's class
 * @param code stable, in ASCII (`invalid_request` …)
 */
export function renderErrorPage(status: number, name: string, code: string, home: string | undefined): string {
  const { title, what } = status >= 500 ? broken : (explanations[name] ?? explanations.InvalidRequest ?? broken)
  const content = html`<h1>${title}</h1>
<p class="lead">${what}</p>
<p>Code à citer si vous demandez de l’aide : <code>${code.replace(/[^\w.-]/g, '').slice(0, 60)}</code></p>`
  return renderPage({ title, content, home })
}
