import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findJava } from './java.ts'
import { runTool } from './run-tool.ts'
import { versions } from './versions.ts'

/** `group:artifact:version`, without those that it names but does not need. */
export type Artifact = {
  group: string
  artifact: string
  version: string
  exclude?: { group: string; artifact: string }[]
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`
const coordinates = (one: { group: string; artifact: string }) =>
  element('groupId', one.group) + element('artifactId', one.artifact)

/** A project that is nothing but its dependencies. */
export function pomOf(name: string, artifacts: readonly Artifact[]): string {
  const dependencies = artifacts.map(({ exclude = [], ...one }) =>
    element(
      'dependency',
      coordinates(one) +
        element('version', one.version) +
        (exclude.length > 0
          ? element('exclusions', exclude.map((left) => element('exclusion', coordinates(left))).join(''))
          : ''),
    ),
  )
  return element(
    'project',
    element('modelVersion', '4.0.0') +
      coordinates({ group: 'engines', artifact: name }) +
      element('version', '1') +
      element('packaging', 'pom') +
      element('dependencies', dependencies.join('\n')),
  )
}

const missing =
  'Maven (mvn) is needed once, to fetch this engine (Debian: apt-get install maven; macOS: brew install maven).'
const plugin = `org.apache.maven.plugins:maven-dependency-plugin:${versions.mavenDependencyPlugin}`

/** Maven runs on the Java that we found, not on whatever comes first in the path. */
async function maven(folder: string, args: string[]): Promise<void> {
  const java = await findJava(17)
  await runTool('mvn', ['-B', '-q', '-ntp', ...args], { cwd: folder, env: { JAVA_HOME: java.home }, missing })
}

/** Puts the jars of a project, and all they need, into `folder/lib`. */
export async function fetchJars(folder: string, pom: string): Promise<void> {
  await mkdir(join(folder, 'pom'), { recursive: true })
  await writeFile(join(folder, 'pom', 'pom.xml'), pom)
  const target = `-DoutputDirectory=${join(folder, 'lib')}`
  await maven(join(folder, 'pom'), [`${plugin}:copy-dependencies`, '-DincludeScope=runtime', target])
}

/** Puts one file of a registry into a folder. @param artifact `group:artifact:version[:type]` */
export async function fetchArtifact(folder: string, artifact: string): Promise<void> {
  await maven(folder, [`${plugin}:copy`, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`])
}
