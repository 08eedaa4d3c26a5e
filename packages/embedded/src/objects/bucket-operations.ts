import { type Handler, sendNothing, sendXml } from './engine.ts'
import { readDocument } from './request-body.ts'
import { S3Error } from './s3-error.ts'
import { childText, parseXml } from './xml.ts'

const owner = ['Owner', [['ID', 'midi-quercy']]] as const

export const listBuckets: Handler = ({ index }, { response }) => {
  const buckets = index.buckets().map(
    ({ name, created }) =>
      [
        'Bucket',
        [
          ['Name', name],
          ['CreationDate', new Date(created).toISOString()],
        ],
      ] as const,
  )
  sendXml(response, ['ListAllMyBucketsResult', [owner, ['Buckets', buckets]]])
}

export const createBucket: Handler = async ({ index, region, now }, { request, response, target, payload }) => {
  const body = await readDocument(request, payload)
  const location = body === '' ? undefined : childText(parseXml(body), 'LocationConstraint')
  if (location && location !== region) {
    throw new S3Error('InvalidLocationConstraint', `The only region here is "${region}".`)
  }
  index.addBucket(target.bucket, now())
  sendNothing(response, 200, { location: `/${target.bucket}` })
}

export const headBucket: Handler = ({ region }, { response }) => {
  sendNothing(response, 200, { 'x-amz-bucket-region': region })
}

export const deleteBucket: Handler = ({ index, uploads }, { response, target }) => {
  if (uploads.hasAny(target.bucket)) {
    throw new S3Error('BucketNotEmpty', 'The bucket still holds unfinished uploads.')
  }
  index.removeBucket(target.bucket)
  sendNothing(response, 204)
}

export const getBucketLocation: Handler = ({ region }, { response }) => {
  // us-east-1 is written as nothing, as on S3.
  sendXml(response, ['LocationConstraint', region === 'us-east-1' ? '' : region])
}
