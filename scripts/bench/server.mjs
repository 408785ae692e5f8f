/** What all contestants call: reads the request, answers at once, and keeps nothing. Prints its port. */
import { createServer } from "node:http";

const answer = JSON.stringify({ execution_id: "48aff955-ea10-4ffd-b426-190bc192dc14" });
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Content-Length": answer.length,
      "X-Request-Id": "8fd1a3b5c9f24d41a1b2c3d4e5f60718",
    });
    response.end(answer);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit(0));
