/** The slide that follows, going round at both ends. */
export const stepFrom = (current: number, step: 1 | -1, count: number) => (current + step + count) % count

/** “2 sur 5”, as it is shown and said. */
export const positionText = (current: number, count: number) => `${current + 1}\u00a0sur\u00a0${count}`
