import { type Handler, sendXml } from './engine.ts'
import { readDocument } from './request-body.ts'
import { notImplemented, S3Error } from './s3-error.ts'
import { childText, parseXml, type XmlElement } from './xml.ts'

const most = 1000

export const deleteObjects: Handler = async ({ index, blobs }, { request, response, target, payload }) => {
  const root = parseXml(await readDocument(request, payload))
  const objects = root.children.filter(({ name }) => name === 'Object')
  const keys = objects.map((object) => {
    if (childText(object, 'VersionId')) throw notImplemented('the deletion of a version')
    // Not trimmed: a key may begin or end with a space.
    const key = object.children.find(({ name }) => name === 'Key')?.text
    if (!key) throw new S3Error('MalformedXML', 'Each object to delete has a key.')
    return key
  })
  if (root.name !== 'Delete' || keys.length === 0 || keys.length > most) {
    throw new S3Error('MalformedXML', `One request deletes 1 to ${most} objects.`)
  }
  await blobs.remove(index.remove(target.bucket, keys))
  const quiet = childText(root, 'Quiet') === 'true'
  sendXml(response, ['DeleteResult', quiet ? [] : keys.map((key): XmlElement => ['Deleted', [['Key', key]]])])
}
