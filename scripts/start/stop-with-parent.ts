/** When the launcher (scripts/run.mjs) dies without a word, as by kill -9, nobody could stop us any more: stop too. */
export function stopWithParent(): void {
  if (process.connected) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
