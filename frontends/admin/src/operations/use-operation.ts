import { useState } from 'react'
import { useNotify } from 'react-admin'
import { ApiError } from '../http/index.ts'

/** Runs one thing at a time and says how it went. */
export function useOperation() {
  const [running, setRunning] = useState(false)
  const notify = useNotify()
  async function run(work: () => Promise<void>, done: string): Promise<boolean> {
    setRunning(true)
    try {
      await work()
      notify(done, { type: 'success' })
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      notify(error.message, { type: 'error', autoHideDuration: 10_000 })
      return false
    } finally {
      setRunning(false)
    }
  }
  return { run, running }
}
