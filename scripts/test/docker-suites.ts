import { spawn } from 'node:child_process'
import { runTests } from './run-tests.ts'

const answersWithin = 10_000 // milliseconds

/** Whether a Docker daemon answers on this machine. */
function dockerAnswers(): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = spawn('docker', ['info'], { stdio: 'ignore', timeout: answersWithin })
    asked.on('error', () => resolve(false))
    asked.on('exit', (code) => resolve(code === 0))
  })
}

/** The suites of documents and search on the genuine servers, which exist only as images: where Docker answers. */
export async function dockerSuites(options: {
  cwd: string
  wanted: string[]
}): Promise<{ passed: boolean; notRun: string[] }> {
  const suites = ['documents', 'search'].filter(
    (name) => options.wanted.length === 0 || options.wanted.some((word) => name.includes(word)),
  )
  if (suites.length === 0) return { passed: true, notRun: [] }
  if (!(await dockerAnswers())) {
    return { passed: true, notRun: suites.map((name) => `${name} on the genuine server's image (no Docker)`) }
  }
  const files = suites.map((name) => `packages/testing/src/${name}/${name}.docker.test.ts`)
  return { passed: await runTests(files, { cwd: options.cwd, kind: 'docker', concurrency: 1 }), notRun: [] }
}
