// The boundaries of the house, checked by `npm run check`. Each rule says why.
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no top: one cannot read it, nor take a part away.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'services-do-not-know-each-other',
      comment: 'Services tell each other what happened, by events; they never call.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^(services/(?!$1/)|gateway/|frontends/)' },
    },
    {
      name: 'frontends-do-not-know-services',
      comment: 'Front ends know contracts, not the code behind them.',
      severity: 'error',
      from: { path: '^frontends/' },
      to: { path: '^(services|gateway)/' },
    },
    {
      name: 'packages-know-only-packages',
      comment:
        'What is shared cannot depend on who shares it. The brand (colours, mark, drawings) is shared too, and depends on nothing.',
      severity: 'error',
      from: { path: '^packages/' },
      to: {
        path: '^(services|gateway|frontends|scripts|benches)/',
        pathNot: '^frontends/ui/(tokens|marks|prints|mail)/',
      },
    },
    {
      name: 'embedded-only-at-the-top',
      comment:
        'Domain code never asks which engine it runs on: only programs that compose, and tests, know the embedded engines.',
      severity: 'error',
      from: {
        path: '^(packages/(platform|contracts|rich-text)|services|gateway|frontends)/',
        pathNot: '\\.test\\.ts$|/testing/',
      },
      to: { path: '^packages/embedded/' },
    },
    {
      name: 'rules-without-io',
      comment: 'A rule takes state and command and gives a change: no HTTP, no database, no clock of its own.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/[^/]+/(article|section|section-tree|chantier|commune)\\.ts$' },
      to: { path: '(express|mongoose|node:(http|fs|net)|packages/platform/src/(http|bus|service|jobs|consumers|log))' },
    },
    {
      name: 'packages-by-their-door',
      comment: 'Other workspaces are reached by the package names that they export, never by a relative path.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|services/[^/]+|gateway|frontends/[^/]+)/' },
      to: {
        path: '^(packages|services|gateway|frontends)/',
        pathNot: '^$1/',
        dependencyTypesNot: [
          'npm',
          'npm-dev',
          'npm-optional',
          'npm-peer',
          'localmodule',
          'aliased',
          'aliased-workspace',
        ],
      },
    },
    {
      name: 'tests-stay-out',
      comment: 'What runs in production never imports a test, a builder or a contract suite.',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|/testing/|^packages/testing/|^e2e/|^scripts/|^infra/|^benches/' },
      to: { path: '\\.test\\.ts$|/testing/|^packages/testing/' },
    },
    {
      name: 'no-orphan-dependency',
      comment: 'What is imported is declared in the package that imports it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(astro:|virtual:)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|var|node_modules|\\.astro)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
