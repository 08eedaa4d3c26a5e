import { HOST } from '../ask.ts'
import type { Ports } from '../ports.ts'

/** The doors that can be troubled, by the names of their engines. */
export type ProxiedEngine = keyof Ports['proxied']

/** Where each door stands and leads. Kafka has a door of its own, that sends clients back by the proxy. */
export const proxiesOf = (ports: Ports) => {
  const upstream: Record<ProxiedEngine, number> = { ...ports, kafka: ports.kafkaBehindProxy, mail: ports.smtp }
  return (Object.keys(ports.proxied) as ProxiedEngine[]).map((name) => ({
    name,
    listen: `${HOST}:${ports.proxied[name]}`,
    upstream: `${HOST}:${upstream[name]}`,
    enabled: true,
  }))
}
