// The program of the child process that decodes pictures: one job at a time, asked and answered over the pipe of its parent.
import { constants, setPriority } from 'node:os'
import sharp from 'sharp'
import { derive, hashPicture } from './derive.ts'
import type { Answer, Job } from './picture-jobs.ts'
import { PictureRefused } from './picture-refused.ts'
import { probe } from './probe.ts'

// Pages are served first: pictures take what is left of the processor.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
sharp.cache(false)
sharp.concurrency(Number(process.argv[2] ?? 1))
// What libvips could read besides (SVG, PDF, FITS …) stays shut, whatever the bytes pretend.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Tiff', 'Nsgif', 'Heif'].map((kind) => `VipsForeignLoad${kind}File`),
})

// Without a parent nobody waits for the answer.
process.on('disconnect', () => process.exit())
process.on('message', async (job: Job) => {
  const answer: Answer = { id: job.id, ...(await outcomeOf(job)), rss: process.memoryUsage.rss() }
  process.send?.(answer)
})

async function outcomeOf(job: Job) {
  try {
    return { result: await run(job) }
  } catch (error) {
    if (error instanceof PictureRefused) return { refused: { code: error.code, message: error.message } }
    return { failed: String(error) }
  }
}

function run(job: Job) {
  if (job.task === 'probe') return probe(job.path, job.options)
  return job.task === 'derive' ? derive(job.path, job.options) : hashPicture(job.path, job.options)
}
