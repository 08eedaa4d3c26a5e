import type { Scene, Setting } from './scene.ts'

/** One picture: what it is called in an address, what it shows, and how it is carved. */
export type Motif = Setting & {
  /** Words and hyphens, in French, as addresses are read. */
  name: string
  /** A sentence for those who do not see it. */
  alt: string
  /** Carves the scene, from the ground to the foreground; nothing but the scene decides how it looks. */
  draw(scene: Scene): void
}
