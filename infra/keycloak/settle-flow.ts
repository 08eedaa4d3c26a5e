import { createHash } from 'node:crypto'
import type { AdminApi } from './admin-api.ts'
import type { ExecutionWanted, FlowWanted, RealmWanted } from './realm-file.ts'

type Flow = { id: string; alias: string; builtIn: boolean }
type Execution = { id: string; level: number; requirement: string }

/**
 * Keycloak cannot exchange the steps of a flow that is in use, so each state of our sign-in flow is a flow of its own,
 * with a mark in its name: the new one is built beside the old one, put in its place, and the old one removed.
 */
export async function settleSignInFlow(api: AdminApi, wanted: RealmWanted): Promise<string[]> {
  const { realm, browserFlow, authenticationFlows, authenticatorConfig } = wanted
  const mark = createHash('sha256')
    .update(JSON.stringify([authenticationFlows, authenticatorConfig]))
    .digest('hex')
    .slice(0, 8)
  const marked = (alias: string) => `${alias} ${mark}`
  const root = `/${realm}/authentication`

  const { browserFlow: inUse } = await api.get<{ browserFlow: string }>(`/${realm}`)
  if (inUse === marked(browserFlow)) return []

  const flowNamed = (alias: string): FlowWanted => {
    const flow = authenticationFlows.find((one) => one.alias === alias)
    if (!flow) throw new Error(`The realm file names the flow "${alias}" and does not have it.`)
    return flow
  }
  const removeAll = async (which: (flow: Flow) => boolean) => {
    for (const flow of await api.get<Flow[]>(`${root}/flows`)) {
      if (!flow.builtIn && flow.alias.startsWith(browserFlow) && which(flow))
        await api.remove(`${root}/flows/${flow.id}`)
    }
  }
  /** Adds one step to a flow, and gives the id by which it is set. */
  const add = async (parent: string, step: ExecutionWanted): Promise<void> => {
    const path = `${root}/flows/${encodeURIComponent(marked(parent))}/executions`
    const before = new Set((await api.get<Execution[]>(path)).map(({ id }) => id))
    if (step.flowAlias) {
      const flow = flowNamed(step.flowAlias)
      const description = flow.description ?? ''
      await api.post(`${path}/flow`, {
        alias: marked(flow.alias),
        description,
        type: 'basic-flow',
        provider: 'registration-page-form',
      })
    } else await api.post(`${path}/execution`, { provider: step.authenticator })
    const added = (await api.get<Execution[]>(path)).find(({ id }) => !before.has(id))
    if (!added) throw new Error(`Keycloak did not add a step to the flow "${parent}".`)
    await api.put(path, { ...added, requirement: step.requirement })
    const config = authenticatorConfig.find(({ alias }) => alias === step.authenticatorConfig)
    if (config) await api.post(`${root}/executions/${added.id}/config`, { ...config, alias: marked(config.alias) })
    if (step.flowAlias)
      for (const inner of flowNamed(step.flowAlias).authenticationExecutions) await add(step.flowAlias, inner)
  }

  await removeAll(({ alias }) => alias === marked(browserFlow)) // what a start that was broken off left
  const top = flowNamed(browserFlow)
  await api.post(`${root}/flows`, {
    alias: marked(browserFlow),
    description: top.description ?? '',
    providerId: 'basic-flow',
    topLevel: true,
    builtIn: false,
  })
  for (const step of top.authenticationExecutions) await add(browserFlow, step)
  await api.put(`/${realm}`, { browserFlow: marked(browserFlow) })
  await removeAll(({ alias }) => alias !== marked(browserFlow))
  return ['sign-in flow']
}
