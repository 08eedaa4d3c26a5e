import { useDataProvider } from 'react-admin'
import type { OfficeDataProvider } from './data-provider.ts'

/** The data provider, with the commands that only this office has. */
export const useOfficeData = (): OfficeDataProvider => useDataProvider<OfficeDataProvider>()
