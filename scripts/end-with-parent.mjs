// Loaded into a builder (ensure-built.ts): it ends when the program that asked for the build is gone, even by kill -9. Going on, it
// would write into the folder that the next start is building.
if (process.channel) {
  process.once('disconnect', () => process.exit(1))
  process.channel.unref()
}
