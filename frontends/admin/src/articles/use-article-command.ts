import type { ArticleView } from '@pmq/contracts/content'
import { useState } from 'react'
import { type RaRecord, useNotify, useUpdate } from 'react-admin'
import { type ArticleCommand, useOfficeData } from '../data/index.ts'
import { useKeptForm } from '../editing/index.ts'
import { ApiError, ConflictError } from '../http/index.ts'

const conflict =
  'Quelqu’un d’autre a modifié cet article entre-temps. Sa version est affichée\u00a0: relisez-la, puis recommencez.'

/** Saves what is typed, then carries out a command on the stored article. */
export function useArticleCommand() {
  const office = useOfficeData()
  const { saveFirst, adopt } = useKeptForm()
  const [running, setRunning] = useState(false)
  const notify = useNotify()
  // In the clothes of an update, so that the caches of react-admin learn the result.
  const [update] = useUpdate<RaRecord, Error>('articles', undefined, {
    mutationFn: ({ id, data, previousData }) =>
      office.command(String(id), previousData.version, data as unknown as ArticleCommand),
    onError: () => undefined,
  })

  async function run(command: ArticleCommand, done: string): Promise<void> {
    setRunning(true)
    const stored = (await saveFirst()) as ArticleView | undefined
    try {
      if (!stored) return
      const params = { id: stored.id, data: command as unknown as Partial<RaRecord>, previousData: stored }
      adopt((await update('articles', params, { returnPromise: true })) as RaRecord, stored)
      notify(done, { type: 'success' })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error instanceof ConflictError) adopt(error.current as RaRecord, stored)
      const message = error instanceof ConflictError ? conflict : error.message
      notify(message, { type: 'error', autoHideDuration: 10_000 })
    } finally {
      setRunning(false)
    }
  }

  return { run, running }
}
