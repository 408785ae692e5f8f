// Generated from openapi/functiongraph-workflow.yaml by `npm run generate`: do not edit.
// @ts-nocheck: compiled by Ajv; generated/operations.ts gives these functions their types
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var startWorkflowExecution_path = validate20;
var schema31 = { "type": "object", "properties": { "project_id": { "type": "string", "minLength": 1, "maxLength": 64, "x-documented-in": "Table 1 (path parameters)" }, "workflow_id": { "type": "string", "minLength": 1, "maxLength": 512, "x-documented-in": "Table 1 (path parameters)" } }, "required": ["project_id", "workflow_id"], "additionalProperties": false };
var func1 = require_ucs2length().default;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.project_id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "project_id" }, message: "must have required property 'project_id'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.workflow_id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "workflow_id" }, message: "must have required property 'workflow_id'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "project_id" || key0 === "workflow_id")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.project_id !== void 0) {
      let data0 = data.project_id;
      if (typeof data0 === "string") {
        if (func1(data0) > 64) {
          const err3 = { instancePath: instancePath + "/project_id", schemaPath: "#/properties/project_id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema31.properties.project_id, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err4 = { instancePath: instancePath + "/project_id", schemaPath: "#/properties/project_id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema31.properties.project_id, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/project_id", schemaPath: "#/properties/project_id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.project_id.type, parentSchema: schema31.properties.project_id, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.workflow_id !== void 0) {
      let data1 = data.workflow_id;
      if (typeof data1 === "string") {
        if (func1(data1) > 512) {
          const err6 = { instancePath: instancePath + "/workflow_id", schemaPath: "#/properties/workflow_id/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters", schema: 512, parentSchema: schema31.properties.workflow_id, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (func1(data1) < 1) {
          const err7 = { instancePath: instancePath + "/workflow_id", schemaPath: "#/properties/workflow_id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema31.properties.workflow_id, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/workflow_id", schemaPath: "#/properties/workflow_id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.workflow_id.type, parentSchema: schema31.properties.workflow_id, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_query = validate21;
var schema32 = { "type": "object", "properties": {}, "required": [], "additionalProperties": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_header = validate22;
var schema33 = { "type": "object", "properties": { "X-Create-Time": { "type": "string", "x-documented-in": "Table 2 (request header parameters)" }, "X-WorkflowRun-ID": { "type": "string", "x-documented-in": "Table 2 (request header parameters)" }, "X-WorkflowRun-MergeFnParameters": { "type": "string", "x-documented-in": "Table 2 (request header parameters)" } }, "required": [], "additionalProperties": false };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "X-Create-Time" || key0 === "X-WorkflowRun-ID" || key0 === "X-WorkflowRun-MergeFnParameters")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data["X-Create-Time"] !== void 0) {
      let data0 = data["X-Create-Time"];
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/X-Create-Time", schemaPath: "#/properties/X-Create-Time/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties["X-Create-Time"].type, parentSchema: schema33.properties["X-Create-Time"], data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data["X-WorkflowRun-ID"] !== void 0) {
      let data1 = data["X-WorkflowRun-ID"];
      if (typeof data1 !== "string") {
        const err2 = { instancePath: instancePath + "/X-WorkflowRun-ID", schemaPath: "#/properties/X-WorkflowRun-ID/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties["X-WorkflowRun-ID"].type, parentSchema: schema33.properties["X-WorkflowRun-ID"], data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data["X-WorkflowRun-MergeFnParameters"] !== void 0) {
      let data2 = data["X-WorkflowRun-MergeFnParameters"];
      if (typeof data2 !== "string") {
        const err3 = { instancePath: instancePath + "/X-WorkflowRun-MergeFnParameters", schemaPath: "#/properties/X-WorkflowRun-MergeFnParameters/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties["X-WorkflowRun-MergeFnParameters"].type, parentSchema: schema33.properties["X-WorkflowRun-MergeFnParameters"], data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_body = validate23;
var schema36 = { "type": "object", "required": ["input"], "properties": { "headers": { "$ref": "contract#/components/schemas/ExecutionHeaders", "x-documented-in": "Table 3 (request body parameters)" }, "input": { "$ref": "contract#/components/schemas/ExecutionArguments", "x-documented-in": "Table 3 (request body parameters)" } } };
var schema37 = { "type": "object", "additionalProperties": true, "x-documented-in": "Table 3 (request body parameters)" };
var schema38 = { "type": "object", "additionalProperties": true, "x-documented-in": "Table 3 (request body parameters)" };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.input === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "input" }, message: "must have required property 'input'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.headers !== void 0) {
      let data0 = data.headers;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
      } else {
        const err1 = { instancePath: instancePath + "/headers", schemaPath: "contract#/components/schemas/ExecutionHeaders/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.type, parentSchema: schema37, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.input !== void 0) {
      let data1 = data.input;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
      } else {
        const err2 = { instancePath: instancePath + "/input", schemaPath: "contract#/components/schemas/ExecutionArguments/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.type, parentSchema: schema38, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema36.type, parentSchema: schema36, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": { "headers": true, "input": true }, "dynamicProps": false, "dynamicItems": false };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!validate25(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
    errors = vErrors.length;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { "props": { "headers": true, "input": true }, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_response_200 = validate27;
var schema40 = { "type": "object", "required": ["execution_id"], "properties": { "execution_id": { "type": "string", "minLength": 1, "maxLength": 64, "x-documented-in": "Table 4 (response body, status 200)" } } };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.execution_id === void 0) {
      const err0 = { instancePath, schemaPath: "contract#/components/schemas/StartedExecution/required", keyword: "required", params: { missingProperty: "execution_id" }, message: "must have required property 'execution_id'", schema: schema40.required, parentSchema: schema40, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.execution_id !== void 0) {
      let data0 = data.execution_id;
      if (typeof data0 === "string") {
        if (func1(data0) > 64) {
          const err1 = { instancePath: instancePath + "/execution_id", schemaPath: "contract#/components/schemas/StartedExecution/properties/execution_id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", schema: 64, parentSchema: schema40.properties.execution_id, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/execution_id", schemaPath: "contract#/components/schemas/StartedExecution/properties/execution_id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema40.properties.execution_id, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/execution_id", schemaPath: "contract#/components/schemas/StartedExecution/properties/execution_id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema40.properties.execution_id.type, parentSchema: schema40.properties.execution_id, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "contract#/components/schemas/StartedExecution/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema40.type, parentSchema: schema40, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": { "execution_id": true }, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_response_400 = validate28;
var schema42 = { "type": "object", "properties": { "error_code": { "type": "string", "minLength": 1, "maxLength": 36, "x-documented-in": "Tables 5, 6 and 7 (response body, status 400, 404 and 500)" }, "error_msg": { "type": "string", "minLength": 2, "maxLength": 512, "x-documented-in": "Tables 5, 6 and 7 (response body, status 400, 404 and 500)" } } };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error_code !== void 0) {
      let data0 = data.error_code;
      if (typeof data0 === "string") {
        if (func1(data0) > 36) {
          const err0 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/maxLength", keyword: "maxLength", params: { limit: 36 }, message: "must NOT have more than 36 characters", schema: 36, parentSchema: schema42.properties.error_code, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema42.properties.error_code, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.error_code.type, parentSchema: schema42.properties.error_code, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.error_msg !== void 0) {
      let data1 = data.error_msg;
      if (typeof data1 === "string") {
        if (func1(data1) > 512) {
          const err3 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters", schema: 512, parentSchema: schema42.properties.error_msg, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func1(data1) < 2) {
          const err4 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters", schema: 2, parentSchema: schema42.properties.error_msg, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.error_msg.type, parentSchema: schema42.properties.error_msg, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "contract#/components/schemas/ServiceError/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.type, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": { "error_code": true, "error_msg": true }, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_response_404 = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error_code !== void 0) {
      let data0 = data.error_code;
      if (typeof data0 === "string") {
        if (func1(data0) > 36) {
          const err0 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/maxLength", keyword: "maxLength", params: { limit: 36 }, message: "must NOT have more than 36 characters", schema: 36, parentSchema: schema42.properties.error_code, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema42.properties.error_code, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.error_code.type, parentSchema: schema42.properties.error_code, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.error_msg !== void 0) {
      let data1 = data.error_msg;
      if (typeof data1 === "string") {
        if (func1(data1) > 512) {
          const err3 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters", schema: 512, parentSchema: schema42.properties.error_msg, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func1(data1) < 2) {
          const err4 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters", schema: 2, parentSchema: schema42.properties.error_msg, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.error_msg.type, parentSchema: schema42.properties.error_msg, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "contract#/components/schemas/ServiceError/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.type, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": { "error_code": true, "error_msg": true }, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_response_500 = validate30;
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error_code !== void 0) {
      let data0 = data.error_code;
      if (typeof data0 === "string") {
        if (func1(data0) > 36) {
          const err0 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/maxLength", keyword: "maxLength", params: { limit: 36 }, message: "must NOT have more than 36 characters", schema: 36, parentSchema: schema42.properties.error_code, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema42.properties.error_code, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/ServiceError/properties/error_code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.error_code.type, parentSchema: schema42.properties.error_code, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.error_msg !== void 0) {
      let data1 = data.error_msg;
      if (typeof data1 === "string") {
        if (func1(data1) > 512) {
          const err3 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters", schema: 512, parentSchema: schema42.properties.error_msg, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func1(data1) < 2) {
          const err4 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters", schema: 2, parentSchema: schema42.properties.error_msg, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/ServiceError/properties/error_msg/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.error_msg.type, parentSchema: schema42.properties.error_msg, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "contract#/components/schemas/ServiceError/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.type, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "props": { "error_code": true, "error_msg": true }, "dynamicProps": false, "dynamicItems": false };
var startWorkflowExecution_response_default = validate31;
var schema48 = { "type": "object", "properties": { "error_code": { "type": "string" }, "error_msg": { "type": "string" }, "request_id": { "type": "string" } } };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.error_code !== void 0) {
      let data0 = data.error_code;
      if (typeof data0 !== "string") {
        const err0 = { instancePath: instancePath + "/error_code", schemaPath: "contract#/components/schemas/GatewayError/properties/error_code/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.error_code.type, parentSchema: schema48.properties.error_code, data: data0 };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.error_msg !== void 0) {
      let data1 = data.error_msg;
      if (typeof data1 !== "string") {
        const err1 = { instancePath: instancePath + "/error_msg", schemaPath: "contract#/components/schemas/GatewayError/properties/error_msg/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.error_msg.type, parentSchema: schema48.properties.error_msg, data: data1 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.request_id !== void 0) {
      let data2 = data.request_id;
      if (typeof data2 !== "string") {
        const err2 = { instancePath: instancePath + "/request_id", schemaPath: "contract#/components/schemas/GatewayError/properties/request_id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.properties.request_id.type, parentSchema: schema48.properties.request_id, data: data2 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "contract#/components/schemas/GatewayError/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema48.type, parentSchema: schema48, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": { "error_code": true, "error_msg": true, "request_id": true }, "dynamicProps": false, "dynamicItems": false };
export {
  startWorkflowExecution_body,
  startWorkflowExecution_header,
  startWorkflowExecution_path,
  startWorkflowExecution_query,
  startWorkflowExecution_response_200,
  startWorkflowExecution_response_400,
  startWorkflowExecution_response_404,
  startWorkflowExecution_response_500,
  startWorkflowExecution_response_default
};
