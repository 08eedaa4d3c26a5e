// The package brings no types. Only what we call: decode later, so that the size is known before memory is taken.
declare module 'heic-decode' {
  type Found = {
    width: number
    height: number
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  }
  const decode: { all(input: { buffer: Uint8Array }): Promise<Found[] & { dispose(): void }> }
  export default decode
}
