/**
 * Put inline in the head of each page, so that it is painted at once as its reader chose; the hash of this exact text is in the
 * content security policy of pages (server/page-policy.ts of the web front). What a storage holds is only taken when it is one of the choices of `preferences.ts`.
 */
export const firstPaint =
  "try{for(const[n,p]of[['theme',/^(light|dark)$/],['contrast',/^more$/],['text',/^(-1|1|2)$/]]){const v=localStorage.getItem('pmq-'+n);if(p.test(v))document.documentElement.dataset[n]=v}}catch{}"
