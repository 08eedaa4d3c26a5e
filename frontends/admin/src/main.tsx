// First, so that the style sheets of single screens come after those of all.
import './theme/styles.ts'

import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { CssBaseline, createTheme, ThemeProvider } from '@mui/material'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BackOffice } from './back-office.tsx'
import { createSession, SessionGate, SessionProvider } from './session/index.ts'
import { darkTheme, lightTheme, useIsNight } from './theme/index.ts'

/** The policy of the page lets only marked style elements in; the gateway gives each answer its own mark. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.content
const cache = createCache({ key: 'pmq', prepend: true, ...(nonce ? { nonce } : {}) })
const session = createSession({ fetch: window.fetch.bind(window), restart: () => window.location.reload() })

const [day, night] = [createTheme(lightTheme), createTheme(darkTheme)]

const Theme = ({ children }: { children: ReactNode }) => (
  <ThemeProvider theme={useIsNight() ? night : day}>
    <CssBaseline />
    {children}
  </ThemeProvider>
)

const root = document.getElementById('bureau')
if (!root) throw new Error('No #bureau in the page')
createRoot(root).render(
  <StrictMode>
    <CacheProvider value={cache}>
      <Theme>
        <SessionProvider value={session}>
          <SessionGate>
            <BackOffice session={session} />
          </SessionGate>
        </SessionProvider>
      </Theme>
    </CacheProvider>
  </StrictMode>,
)
