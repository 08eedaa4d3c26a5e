/** A Strapi with one public type, as its documentation makes one, with SQLite. Versions that were tried together. */
const packages = {
  '@strapi/plugin-users-permissions': '5.54.0',
  '@strapi/strapi': '5.54.0',
  'better-sqlite3': '13.2.0',
  react: '18.3.1',
  'react-dom': '18.3.1',
  'react-router-dom': '6.30.3',
  'styled-components': '6.1.19',
}

const schema = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  attributes: {
    title: { type: 'string', required: true },
    slug: { type: 'uid', targetField: 'title' },
    summary: { type: 'text' },
    body: { type: 'blocks' },
    tags: { type: 'json' },
  },
}

const core = (kind: string) =>
  `module.exports = require('@strapi/strapi').factories.createCore${kind}('api::article.article');`

/** Opens the type to everybody, and writes the articles of BENCH_ARTICLES (JSON) when there are none. */
const bootstrap = `
const { writeFileSync } = require('node:fs');
module.exports = {
  register() {},
  async bootstrap({ strapi }) {
    const permissions = strapi.db.query('plugin::users-permissions.permission');
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    for (const action of ['api::article.article.find', 'api::article.article.findOne']) {
      const where = { action, role: role.id };
      if (!(await permissions.findOne({ where }))) await permissions.create({ data: where });
    }
    const articles = strapi.documents('api::article.article');
    if ((await articles.count({})) > 0) return;
    const { count, paragraph, paragraphs } = JSON.parse(process.env.BENCH_ARTICLES);
    const block = { type: 'paragraph', children: [{ type: 'text', text: paragraph }] };
    const ids = [];
    for (let number = 0; number < count; number += 1) {
      const data = {
        title: 'Article ' + number + ' mobilité et énergie',
        slug: 'article-' + number,
        summary: 'Ce que le Pays a fait cette année, et ce que vous pouvez faire.',
        body: Array(paragraphs).fill(block),
        tags: ['mobilité', 'énergie'],
      };
      ids.push((await articles.create({ data, status: 'published' })).documentId);
    }
    writeFileSync('bench-ids.json', JSON.stringify(ids));
  },
};`

/** Files of the project, by name. The back office is not served: only the API is asked. */
export const strapiProject: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'peer-strapi', version: '1.0.0', private: true, dependencies: packages }),
  'config/server.js': `module.exports = ({ env }) => ({ host: '127.0.0.1', port: env.int('PORT'), app: { keys: ['bench-a', 'bench-b'] } });`,
  'config/admin.js': `module.exports = () => ({ auth: { secret: 'bench' }, apiToken: { salt: 'bench' }, transfer: { token: { salt: 'bench' } }, secrets: { encryptionKey: 'bench' }, serveAdminPanel: false });`,
  'config/plugins.js': `module.exports = () => ({ 'users-permissions': { config: { jwtSecret: 'bench' } } });`,
  'config/database.js': `module.exports = () => ({ connection: { client: 'sqlite', connection: { filename: 'data.db' }, useNullAsDefault: true } });`,
  'config/middlewares.js': `module.exports = ['logger', 'errors', 'security', 'cors', 'poweredBy', 'query', 'body', 'session', 'favicon', 'public'].map((name) => 'strapi::' + name);`,
  'src/index.js': bootstrap,
  'src/api/article/content-types/article/schema.json': JSON.stringify(schema),
  'src/api/article/controllers/article.js': core('Controller'),
  'src/api/article/services/article.js': core('Service'),
  'src/api/article/routes/article.js': core('Router'),
  'public/robots.txt': '',
}
