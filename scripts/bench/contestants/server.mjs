/** The server that all contestants call: reads the request and responds at once. Sends its parent its URL. */
import { createServer } from "node:http";

const id = "48aff955-ea10-4ffd-b426-190bc192dc14";
const responses = {
  functiongraph: JSON.stringify({ execution_id: id }),
  sfn: JSON.stringify({
    executionArn: `arn:aws:states:us-east-1:123456789012:execution:x:${id}`,
    startDate: 1,
  }),
};
/** How often each execution was looked at: at the third time it has ended. */
const looks = new Map();
function lookAt(url) {
  const times = (looks.get(url) ?? 0) + 1;
  looks.set(url, times);
  return JSON.stringify({ execution_id: id, status: times < 3 ? "running" : "success", output: {} });
}

const server = createServer((request, response) => {
  const started = request.url === "/" ? responses.sfn : responses.functiongraph;
  const text = request.method === "GET" ? lookAt(request.url) : started;
  request.resume().on("end", () => {
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Content-Length": text.length,
      "X-Request-Id": "8fd1a3b5c9f24d41a1b2c3d4e5f60718",
    });
    response.end(text);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", 2_048, () => process.send(`http://127.0.0.1:${server.address().port}`));
process.on("disconnect", () => process.exit(0));
