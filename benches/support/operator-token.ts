import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A token of the role `admin`, as an operator's commands get one from a platform that runs here. */
export async function operatorToken({ port, dataDir }: { port: number; dataDir: string }): Promise<string> {
  const { operatorClient } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    operatorClient: string
  }
  const answer = await fetch(`http://localhost:${port + 1}/realms/midi-quercy/protocol/openid-connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`operator:${operatorClient}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  if (token === undefined) throw new Error(`The provider gave no token (HTTP ${answer.status}).`)
  return token
}
