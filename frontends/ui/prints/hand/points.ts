import type { Point } from '../carving/carving.ts'

/** Hand-placed numbers, written as one writes them on a sketch: `1,2,3 4,5,6`. */
export const rows = <Row extends readonly number[]>(text: string): Row[] =>
  text.split(' ').map((row) => row.split(',').map(Number) as readonly number[] as Row)

/** Hand-placed points: `x,y x,y …`. */
export const line = (text: string): Point[] => rows<Point>(text)

export type Place = readonly [x: number, y: number, size: number]
export type Cut = readonly [x0: number, y0: number, x1: number, y1: number]
