import { OperationsPage } from './operations-page.tsx'

/** One page; its engines and letters are resources of their own behind it. */
export const operationsResource = { name: 'exploitation', list: OperationsPage }
