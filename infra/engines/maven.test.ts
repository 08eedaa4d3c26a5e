import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pomOf } from './maven.ts'

test('a project is its dependencies, without those that were never published', () => {
  const pom = pomOf('kafka', [
    { group: 'g', artifact: 'a', version: '1', exclude: [{ group: 'g', artifact: 'never-published' }] },
    { group: 'g', artifact: 'b', version: '2' },
  ])
  assert.equal(
    pom.replaceAll('\n', ''),
    '<project><modelVersion>4.0.0</modelVersion><groupId>engines</groupId><artifactId>kafka</artifactId>' +
      '<version>1</version><packaging>pom</packaging><dependencies>' +
      '<dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version>' +
      '<exclusions><exclusion><groupId>g</groupId><artifactId>never-published</artifactId></exclusion></exclusions></dependency>' +
      '<dependency><groupId>g</groupId><artifactId>b</artifactId><version>2</version></dependency>' +
      '</dependencies></project>',
  )
})
