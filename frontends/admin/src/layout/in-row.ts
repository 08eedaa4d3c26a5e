import type { MouseEvent } from 'react'

/** For a link in a row that is a link itself: one click opens once. */
export const inRow = (event: MouseEvent): void => event.stopPropagation()
