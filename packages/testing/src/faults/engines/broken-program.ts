import { portsFrom, settings } from '../../processes/programs.ts'
import { type RunningProcess, runProgram } from '../../processes/run-program.ts'
import type { Stage } from './stage.ts'

/** A mistake: in this file, this text is replaced by another while the program is loaded. */
type Mistake = { file: string; from: string; to: string }

const mistakes = {
  /** A relay that gives up after its first failure. */
  relayGivesUp: {
    file: 'packages/platform/src/outbox/outbox-relay.ts',
    from: 'else schedule(failures === 0 ? pollMs :',
    to: 'else if (failures === 0) schedule(failures === 0 ? pollMs :',
  },
  /** A gateway that takes an identity provider that does not answer for one that says no. */
  outageSignsOut: {
    file: 'gateway/src/sessions/sessions.ts',
    from: 'if (error instanceof ProviderRefused) {',
    to: 'if (error instanceof Error) {',
  },
} satisfies Record<string, Mistake>

/** Plays with a program that has a mistake in the place of one of the stage's; the right one is back afterwards. */
export async function withMistake<Result>(
  stage: Stage,
  name: 'content' | 'gateway',
  mistake: keyof typeof mistakes,
  play: (broken: RunningProcess) => Promise<Result>,
): Promise<Result> {
  const [right] = stage.platform.of(name)
  if (!right) throw new Error(`There is no ${name}.`)
  await right.stop()
  const ports = portsFrom(stage.platform.port)
  let broken: RunningProcess | undefined
  try {
    broken = await runProgram({
      name,
      replica: 9,
      port: ports[name],
      logDir: stage.logDir,
      env: {
        ...{ ...stage.engines, ...settings(ports), ...stage.env },
        NODE_OPTIONS: `--import=${new URL('./make-mistake.mjs', import.meta.url).href}`,
        PMQ_MISTAKE: JSON.stringify(mistakes[mistake]),
      },
    })
    return await play(broken)
  } finally {
    await broken?.stop()
    await right.restart()
  }
}
