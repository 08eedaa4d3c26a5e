import { demoUsers } from '@pmq/embedded/identity'
import type { StartSettings } from './settings.ts'
import type { RunningPlatform } from './start-platform.ts'

/** What the person who typed `npm start` needs to know. */
export function banner({ urls }: RunningPlatform, { dataDir, ports }: StartSettings, seconds: string): string {
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
    `  La plateforme Midi-Quercy est prête (${seconds} s).`,
    '',
    ...rows.map(([name = '', url = '']) => `  ${name.padEnd(22)}${url}`),
    '',
    `  Comptes de démonstration, mot de passe « demo » : ${demoUsers.map(({ username }) => username).join(', ')}`,
    `  Données : ${dataDir}   Journal : ${dataDir}/log/platform.log   Ports : ${ports.gateway} à ${ports.documents}`,
    '',
    '  Moteurs embarqués : pour une seule machine (essais, démonstrations, petites installations).',
    '  En production, donnez les adresses de MongoDB, Kafka, Keycloak… (docs/guide). Ctrl-C arrête tout ; rien n’est perdu.',
    '',
  ].join('\n')
}
