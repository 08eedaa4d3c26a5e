import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

type Operator = { url: string; issuer: string; clientId: string; clientSecret: string }

/** Whom an operator's command speaks to, and as whom: a client of the identity provider with the role `admin`. */
export const operatorConfig = z
  .object({
    PORT: z.coerce.number().int().default(8080),
    PMQ_DATA: z.string().default('var'),
    PUBLIC_URL: z.url().optional(),
    OIDC_ISSUER: z.url().optional(),
    OPERATOR_CLIENT_ID: z.string().default('operator'),
    OPERATOR_CLIENT_SECRET: z.string().optional(),
  })
  .transform((env, context): Operator => {
    // The copy that `npm start` runs keeps this client's secret in its data folder.
    const file = join(env.PMQ_DATA, 'secrets.json')
    const kept = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { operatorClient?: string }).operatorClient
      : undefined
    const clientSecret = env.OPERATOR_CLIENT_SECRET ?? kept
    if (!clientSecret) context.addIssue(`OPERATOR_CLIENT_SECRET is not set, and there is no ${file}`)
    return {
      url: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
      issuer: env.OIDC_ISSUER ?? `http://localhost:${env.PORT + 1}/realms/midi-quercy`,
      clientId: env.OPERATOR_CLIENT_ID,
      clientSecret: clientSecret ?? '',
    }
  })

/** A token by the client credentials grant (RFC 6749, 4.4). */
export async function operatorToken({ issuer, clientId, clientSecret }: Operator): Promise<string> {
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  if (!answer.ok) throw new Error(`the identity provider refused (HTTP ${answer.status})`)
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token
}
