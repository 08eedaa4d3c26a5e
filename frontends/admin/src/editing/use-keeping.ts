import { useEffect, useRef, useState } from 'react'
import { type Draft, useDrafts } from '../drafts/index.ts'

/** Long enough not to write at each key, short enough that a crash costs a word or two. */
const pause = 400

/**
 * Keeps a draft on this computer while something is unsaved, and forgets it when nothing is.
 * @returns whether what is typed is safe here
 */
export function useKeeping(draft: Draft, changed: boolean): boolean {
  const drafts = useDrafts()
  const [kept, setKept] = useState(true)
  const pending = useRef<Draft | undefined>(undefined)

  useEffect(() => {
    if (!changed) {
      pending.current = undefined
      drafts.drop(draft)
      return
    }
    pending.current = draft
    const timer = setTimeout(() => {
      pending.current = undefined
      setKept(drafts.keep({ ...draft, savedAt: new Date().toISOString() }))
    }, pause)
    return () => clearTimeout(timer)
  }, [draft, changed, drafts])

  useEffect(() => {
    const flush = () => {
      if (pending.current) drafts.keep({ ...pending.current, savedAt: new Date().toISOString() })
      pending.current = undefined
    }
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      flush()
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [drafts])

  return kept
}
