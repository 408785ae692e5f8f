const { createFunctionGraphClient, fromFunctionContext } = require("functiongraph-workflow");

exports.handler = async (event, context) => {
  const functiongraph = createFunctionGraphClient({
    region: "cn-north-4",
    credentials: fromFunctionContext(context),
    timeoutMs: context.getRemainingTimeInMilliSeconds() - 1000,
  });
  return functiongraph.start("48aff955-ea10-4ffd-b426-190bc192dc14", { event });
};
