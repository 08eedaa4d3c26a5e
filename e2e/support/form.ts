/**
 * In which form the platform is played: as one program on embedded engines, or as processes on real ones (PMQ_E2E=processes,
 * E2E_REPLICAS=2). All that differs for the tests is told here.
 */
type FormName = 'embedded' | 'processes'

const given = process.env.PMQ_E2E ?? 'embedded'
if (given !== 'embedded' && given !== 'processes') throw new Error(`PMQ_E2E is embedded or processes, not ${given}`)
export const form: FormName = given
export const replicas = Number(process.env.E2E_REPLICAS ?? 1)

/** Two of every program, four engines and a browser on one small machine: what is promised in two seconds is looked for in four. */
export const slowness = form === 'processes' && replicas > 1 ? 2 : 1

/** Options of tests that look into the embedded engines. */
export const onEmbeddedOnly = form === 'embedded' ? {} : { skip: 'looks into the embedded engines' }

type SignInPage = {
  /** Of the fields, the button and the words of refusal. */
  selectors: { username: string; password: string; enter: string; refusal: string }
  refusal: string
}

/** The provider’s page: ours, or Keycloak’s with our theme. */
export const signInPage: SignInPage =
  form === 'embedded'
    ? {
        selectors: {
          username: '[name=username]',
          password: '[name=password]',
          enter: 'form button',
          refusal: '[role=alert]',
        },
        refusal: 'L’identifiant et le mot de passe ne correspondent pas.',
      }
    : {
        selectors: { username: '#username', password: '#password', enter: '#kc-login', refusal: '[id^=input-error]' },
        refusal: 'L’identifiant et le mot de passe ne correspondent pas.',
      }
