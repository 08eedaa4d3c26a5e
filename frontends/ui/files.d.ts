/** A drawing by its address, as Vite writes it into pages. */
declare module '*?url' {
  const address: string
  export default address
}
