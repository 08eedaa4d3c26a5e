/// <reference types="astro/client" />

declare namespace App {
  type PageLocals = import('./locals.ts').PageLocals
  /** What every page is given; set by `web.ts` for each request. */
  interface Locals extends PageLocals {}
}
