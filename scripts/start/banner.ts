import { demoUsers } from '@pmq/embedded/identity'
import type { StartSettings } from './settings.ts'
import type { RunningPlatform } from './start-platform.ts'

/** What the person who typed `npm start` needs to know. */
export function banner(
  { urls }: Pick<RunningPlatform, 'urls'>,
  { dataDir, ports, openTo }: StartSettings,
  seconds: string,
): string {
  const rows = [
    ['Portail', urls.portal],
    ['Patrimoine', urls.heritage],
    ['Énergies citoyennes', urls.scic],
    ['Produits', urls.produits],
    ['Back-office', `${urls.portal}/admin/`],
    ['Messages envoyés', `${urls.portal}/dev/mail`],
    ['API', `${urls.portal}/api/docs`],
  ]
  return [
    '',
    `  La plateforme Midi-Quercy est prête (${seconds.replace('.', ',')}\u00a0s).`,
    '',
    ...rows.map(([name = '', url = '']) => `  ${name.padEnd(22)}${url}`),
    '',
    `  Comptes de démonstration, mot de passe «\u202fdemo\u202f»\u00a0: ${demoUsers.map(({ username }) => username).join(', ')}`,
    `  Données\u00a0: ${dataDir}   Journal\u00a0: ${dataDir}/log/platform.log   Ports\u00a0: ${ports.gateway} à ${ports.documents}`,
    '',
    ...(openTo === undefined
      ? []
      : [
          `  ATTENTION\u202f! PMQ_HOST=${openTo}\u00a0: d’autres machines peuvent atteindre cette copie, dont les mots de passe sont publics.`,
          '  À réserver à un conteneur ou à un réseau sûr, sans données réelles. (Open to the network, with demo accounts.)',
          '',
        ]),
    '  Moteurs embarqués\u00a0: pour une seule machine (essais, démonstrations, petites installations).',
    '  En production, donnez les adresses de MongoDB, Kafka, Keycloak… (docs/guide). Ctrl-C arrête tout\u202f; rien n’est perdu.',
    '',
  ].join('\n')
}
