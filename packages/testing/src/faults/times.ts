/** How often a harness tries: a few times each day; as often as promised (quality bars) when PMQ_FAULTS is `long`. */
export const times = (few: number, promised: number): number => (process.env.PMQ_FAULTS === 'long' ? promised : few)
