import { join } from 'node:path'
import { HOST } from '../ask.ts'
import type { Ports } from '../ports.ts'

/** One broker that is its own controller. Two doors: clients that come by the fault proxy are sent back to it. */
export function serverProperties(folder: string, ports: Ports): string {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${HOST}:${ports.kafkaController}`,
    listeners: [
      `PLAINTEXT://${HOST}:${ports.kafka}`,
      `PROXIED://${HOST}:${ports.kafkaBehindProxy}`,
      `CONTROLLER://${HOST}:${ports.kafkaController}`,
    ].join(','),
    'advertised.listeners': `PLAINTEXT://${HOST}:${ports.kafka},PROXIED://${HOST}:${ports.proxied.kafka}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(folder, 'data'),
    'num.partitions': 3,
    'auto.create.topics.enable': false,
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 8,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // Groups form at once: nobody waits here for members that start later.
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'group.consumer.min.session.timeout.ms': 1000,
    'group.consumer.min.heartbeat.interval.ms': 500,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'log.segment.bytes': 67_108_864,
    'log.cleaner.dedupe.buffer.size': 16_777_216,
  }
  return `${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')}\n`
}

export const loggingProperties = `appender.out.type=Console
appender.out.name=OUT
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d{ISO8601} %-5p %c{1} %m%n
rootLogger.level=INFO
rootLogger.appenderRef.out.ref=OUT
`
