import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseJava, javaVersionIn } from './java.ts'

test('the version of a Java is read from its release file, in the old and the new notation', () => {
  assert.equal(javaVersionIn('IMPLEMENTOR="Debian"\nJAVA_VERSION="17.0.15"\n'), 17)
  assert.equal(javaVersionIn('JAVA_VERSION="25"\n'), 25)
  assert.equal(javaVersionIn('JAVA_VERSION="1.8.0_412"\n'), 8)
  assert.equal(javaVersionIn('nothing of the kind'), undefined)
})

test('the newest Java runs the engines, unless JAVA_HOME names one that will do', () => {
  const found = [
    { home: '/old', version: 11 },
    { home: '/lts', version: 17 },
    { home: '/new', version: 25 },
  ]
  assert.equal(chooseJava(found, 17)?.home, '/new')
  assert.equal(chooseJava(found, 17, '/lts')?.home, '/lts')
  assert.equal(chooseJava(found, 17, '/old')?.home, '/new')
  assert.equal(chooseJava(found, 26), undefined)
})
