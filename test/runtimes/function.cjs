/**
 * Stands in for the part of FunctionGraph's runtime that calls a function's handler: once per line on stdin, with
 * the context of a function that has an agency.
 */
const { createInterface } = require("node:readline");

/** @type {{ handler: (event: object, context: object) => Promise<object> }} */
const { handler } = require(`${__dirname}/function/index.js`);

/** @type {import("./types.js").Setup} */
const { credentials, projectId } = JSON.parse(String(process.argv[2]));

const context = {
  getSecurityAccessKey: () => credentials.ak,
  getSecuritySecretKey: () => credentials.sk,
  getSecurityToken: () => credentials.securityToken,
  getProjectID: () => projectId,
  getRemainingTimeInMilliSeconds: () => 30_000,
};

createInterface({ input: process.stdin }).on("line", (line) => {
  void handler(JSON.parse(line), context)
    .then((/** @type {object} */ result) => console.log(JSON.stringify(result)))
    .catch((/** @type {Error} */ error) => console.log(JSON.stringify({ error: error.message })));
});
