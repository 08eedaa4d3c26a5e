import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Derived, DeriveOptions } from './derive.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { PictureHash } from './picture-hash.ts'
import type { Answer, Job, PictureTasks, TaskName } from './picture-jobs.ts'
import { PictureRefused } from './picture-refused.ts'
import type { Probed, ProbeOptions } from './probe.ts'

export type PictureWorkerOptions = {
  /** Where temporary folders are made; the system's by default. */
  folder?: string
  /** Milliseconds that one picture may take; 60 s by default. */
  timeout?: number
  /** Milliseconds without work after which the child ends and gives its memory back; 10 s by default. */
  idle?: number
  /** Bytes of memory above which the child is replaced after its picture; 300 MB by default. */
  maxRss?: number
  /** Threads of libvips; 1 by default, so that pages keep the other processors. */
  threads?: number
  /** The program of the child, for tests. */
  program?: URL
}

export type PictureWorker = {
  /** See `probe`. */
  probe(path: string, options?: ProbeOptions): Promise<Probed>
  /** See `derive`. The files are in a new temporary `folder`, which is the caller's to remove. */
  derive(path: string, options?: Omit<DeriveOptions, 'folder'>): Promise<Derived & { folder: string }>
  /** See `hashPicture`. */
  hash(path: string, options?: ProbeOptions): Promise<PictureHash>
  /** Ends the child at once; what it was doing, and what waits, fails. */
  close(): Promise<void>
}

/**
 * Does the work on pictures in a child process, one picture at a time: a file that crashes or stalls the decoder ends the child,
 * never the service, and the next picture has a new child. The child begins with the first picture and ends when idle.
 * Errors besides those of each task: `PictureRefused` with `too-slow` or `decoder-crashed`; a crash may be the machine's fault
 * (memory), so one more attempt is fair, not two.
 */
export function createPictureWorker(options: PictureWorkerOptions = {}): PictureWorker {
  const { folder = tmpdir(), timeout = 60_000, idle = 10_000, maxRss = 300_000_000, threads = 1 } = options
  const program = options.program ?? new URL('./picture-child.ts', import.meta.url)
  const inTurn = oneAtATime()
  let child: ChildProcess | undefined
  let resting: NodeJS.Timeout | undefined
  let jobs = 0
  let closed = false

  function start(): ChildProcess {
    // No environment but what programs need to start: the service's secrets are not the decoder's.
    const { PATH, TMPDIR, TZ } = process.env
    const started = fork(program, [String(threads)], {
      execArgv: ['--max-old-space-size=256'],
      env: { PATH, TMPDIR, TZ },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    // An error without a listener would end the service; the job that met it hears it by its own.
    started.on('error', () => {})
    return started
  }

  function stop(ended: ChildProcess | undefined): Promise<void> {
    if (child === ended) child = undefined
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      ended.once('exit', () => resolve())
      ended.kill('SIGKILL')
    })
  }

  function ask<Task extends TaskName>(task: Task, path: string, taskOptions: PictureTasks[Task]['options']) {
    return inTurn(async () => {
      if (closed) throw new Error('The picture worker is closed')
      clearTimeout(resting)
      if (!child?.connected) child = start()
      const answering = child
      try {
        // One place where a type of the list is chosen by its name: TypeScript does not follow that a Task is one of Job's.
        const answer = await answerOf(answering, { id: ++jobs, task, path, options: taskOptions } as Job, timeout)
        if (answer.rss > maxRss) await stop(answering)
        return resultOf(answer) as PictureTasks[Task]['result']
      } catch (error) {
        if (!(error instanceof PictureRefused) || error.code === 'too-slow' || error.code === 'decoder-crashed')
          await stop(answering)
        throw error
      } finally {
        if (child) resting = setTimeout(() => void stop(child), idle)
      }
    })
  }

  async function inFolder<Result>(work: (made: string) => Promise<Result>, keep: boolean): Promise<Result> {
    const made = await mkdtemp(join(folder, 'picture-'))
    let done = false
    try {
      const result = await work(made)
      done = true
      return result
    } finally {
      if (!done || !keep) await rm(made, { recursive: true, force: true })
    }
  }

  return {
    probe: (path, probeOptions = {}) => ask('probe', path, probeOptions),
    derive: (path, deriveOptions = {}) =>
      inFolder(
        async (made) => ({ folder: made, ...(await ask('derive', path, { ...deriveOptions, folder: made })) }),
        true,
      ),
    hash: (path, probeOptions = {}) => inFolder((made) => ask('hash', path, { ...probeOptions, folder: made }), false),
    async close() {
      closed = true
      clearTimeout(resting)
      await stop(child)
    },
  }
}

function answerOf(child: ChildProcess, job: Job, timeout: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(tooSlow())), timeout)
    const onMessage = (answer: Answer) => answer.id === job.id && settle(() => resolve(answer))
    const onEnd = (cause: unknown) => settle(() => reject(crashed(cause)))
    function settle(how: () => void) {
      clearTimeout(late)
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
      how()
    }
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd)
    child.send(job, (error) => error && onEnd(error))
  })
}

function resultOf(answer: Answer): unknown {
  if ('result' in answer) return answer.result
  if ('refused' in answer) throw new PictureRefused(answer.refused.code, answer.refused.message)
  throw new Error(answer.failed)
}

const tooSlow = () =>
  new PictureRefused(
    'too-slow',
    'La préparation de cette image a pris trop de temps. Réduisez-la ou enregistrez-la en JPEG puis renvoyez-la.',
  )

const crashed = (cause: unknown) =>
  new PictureRefused(
    'decoder-crashed',
    'Cette image n’a pas pu être lue, elle est sans doute abîmée. Enregistrez-la en JPEG dans un logiciel de photo puis renvoyez-la.',
    { cause },
  )
