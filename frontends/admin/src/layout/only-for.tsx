import type { ReactNode } from 'react'
import { useMay } from '../session/index.ts'
import { AccessDeniedPage } from './lost-pages.tsx'

type Props = { resource: string; action: 'list' | 'show' | 'create' | 'edit'; children: ReactNode }

/** A page for those whose role opens it; nothing of it is asked of the server for the others. */
export const OnlyFor = ({ resource, action, children }: Props) =>
  useMay(action, resource) ? children : <AccessDeniedPage />
