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
  const unsaved = useRef<Draft | undefined>(undefined)

  useEffect(() => {
    unsaved.current = changed ? draft : undefined
    if (!changed) return drafts.drop(draft)
    const timer = setTimeout(() => setKept(drafts.keep(stamped(draft))), pause)
    return () => clearTimeout(timer)
  }, [draft, changed, drafts])

  useEffect(() => {
    const keepNow = () => {
      if (unsaved.current) drafts.keep(stamped(unsaved.current))
    }
    window.addEventListener('pagehide', keepNow)
    document.addEventListener('visibilitychange', keepNow)
    return () => {
      keepNow()
      window.removeEventListener('pagehide', keepNow)
      document.removeEventListener('visibilitychange', keepNow)
    }
  }, [drafts])

  return kept
}

const stamped = (draft: Draft): Draft => ({ ...draft, savedAt: new Date().toISOString() })
