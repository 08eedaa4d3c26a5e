import { serveEngine } from '../serve-engine.ts'

/** An engine for the tests of engine workers. */
serveEngine<{ fail?: string }, { started: true }>((options, notify) => {
  if (options.fail) throw Object.assign(new Error('cannot start'), { code: options.fail })
  return {
    ready: { started: true },
    methods: {
      echo: (word: string) => word,
      refuse: () => {
        throw Object.assign(new Error('no'), { code: 'REFUSED' })
      },
      tell: (word: string) => notify({ word }),
      die: () => process.exit(3),
    },
    close: () => undefined,
  }
})
