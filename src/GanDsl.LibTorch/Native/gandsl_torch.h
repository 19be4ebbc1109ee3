// The whole native boundary of GanDsl.LibTorch: a C interface over ATen's dispatcher.
//
// Every function returns a GanStatus. On anything but GAN_OK the out parameters are untouched and
// gandsl_last_error() has one line that says why. Nothing is thrown across this boundary.
//
// Ownership: tensors and generators passed in are borrowed; those handed out are new references, which the
// caller releases with gandsl_tensor_free / gandsl_generator_free. A null tensor stands for an undefined one.

#ifndef GANDSL_TORCH_H
#define GANDSL_TORCH_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GAN_API __attribute__((visibility("default")))

typedef struct GanTensor GanTensor;
typedef struct GanGenerator GanGenerator;
typedef struct GanOperator GanOperator;

typedef int32_t GanStatus;
enum {
    GAN_OK = 0,
    GAN_BAD_CALL = 1,      // the shim refused: a null pointer, a kind out of range, an unknown operator
    GAN_TORCH_ERROR = 2,   // c10::Error and what derives from it
    GAN_STD_ERROR = 3,     // any other std::exception
    GAN_UNKNOWN_ERROR = 4, // something thrown that is no std::exception
};

typedef int32_t GanKind;
enum {
    GAN_NONE = 0,
    GAN_TENSOR = 1,      // pointer: GanTensor*
    GAN_INT = 2,         // integer
    GAN_DOUBLE = 3,      // real
    GAN_BOOL = 4,        // integer, 0 or 1
    GAN_INT_LIST = 5,    // pointer: count int64_t
    GAN_DOUBLE_LIST = 6, // pointer: count double
    GAN_BOOL_LIST = 7,   // pointer: count bytes, 0 or 1
    GAN_TENSOR_LIST = 8, // pointer: count GanTensor*; null entries where the operator takes optional tensors
    GAN_STRING = 9,      // pointer: count bytes of UTF-8
    GAN_DEVICE = 10,     // count: device type, integer: index or -1
    GAN_GENERATOR = 11,  // pointer: GanGenerator*
};

// One argument or result of an operator.
typedef struct GanValue {
    GanKind kind;
    int32_t count;
    union {
        int64_t integer;
        double real;
        void* pointer;
    };
} GanValue;

// What gandsl_describe tells. The two arrays belong to the tensor and live as long as its shape does.
typedef struct GanDescription {
    const int64_t* sizes;
    const int64_t* strides; // null unless the layout is strided
    int64_t dimensions;
    int64_t elements;
    int64_t storage_offset;
    int32_t dtype; // c10::ScalarType
    int32_t element_size;
    int32_t device_type; // c10::DeviceType
    int32_t device_index;
    uint8_t requires_grad;
    uint8_t is_leaf;
    uint8_t is_contiguous;
    uint8_t is_strided;
} GanDescription;

typedef int32_t GanSetting;
enum {
    GAN_GRAD_MODE = 0,         // of the calling thread
    GAN_INFERENCE_MODE = 1,    // of the calling thread; read only
    GAN_THREADS = 2,           // within one operator
    GAN_INTEROP_THREADS = 3,   // between operators
    GAN_CUDA_DEVICE_COUNT = 4, // read only; 0 without CUDA
    GAN_CUDNN_AVAILABLE = 5,   // read only
};

// The versions of the libtorch this file was compiled against and of the one it runs on ("" if it does not say).
GAN_API GanStatus gandsl_version(const char** compiled, const char** loaded);

// One line about the last failure on the calling thread; valid until the next failure on it.
GAN_API const char* gandsl_last_error(void);

// An operator by name ("aten::add") and overload ("Tensor" or ""). The handle lives forever and may be kept.
GAN_API GanStatus gandsl_find_operator(const char* name, const char* overload, const GanOperator** found);

// Calls an operator: arguments by position, the rest by the schema's defaults. Writes its results, in order, and
// their number; null `results` leaves them, as suits an in-place operator. A GAN_TENSOR_LIST among them is an array
// to be released with gandsl_free_array.
GAN_API GanStatus gandsl_call(
    const GanOperator* op, const GanValue* arguments, int32_t count, GanValue* results, int32_t capacity, int32_t* written);

GAN_API GanStatus gandsl_free_array(void* array);

GAN_API GanStatus gandsl_tensor_free(GanTensor* tensor);
// A second reference to the same tensor (same storage, same gradient).
GAN_API GanStatus gandsl_tensor_alias(GanTensor* tensor, GanTensor** alias);
GAN_API GanStatus gandsl_describe(GanTensor* tensor, GanDescription* description);
// The address of the first element, wherever the tensor lives.
GAN_API GanStatus gandsl_data(GanTensor* tensor, void** data);

// A new contiguous CPU tensor with a copy of `bytes` bytes. `bytes` must be what shape and dtype need.
GAN_API GanStatus gandsl_from_host(
    const void* data, int64_t bytes, const int64_t* sizes, int32_t dimensions, int32_t dtype, GanTensor** tensor);
// Copies a tensor of any device and layout, in row-major order, into `bytes` bytes of host memory.
GAN_API GanStatus gandsl_to_host(GanTensor* tensor, void* data, int64_t bytes);

GAN_API GanStatus gandsl_get_grad(GanTensor* tensor, GanTensor** grad);
GAN_API GanStatus gandsl_set_grad(GanTensor* tensor, GanTensor* grad);

// Accumulates into .grad of the leaves, or of `inputs` alone when there are any. `grads` is null or has one entry
// for each of `tensors`.
GAN_API GanStatus gandsl_backward(
    GanTensor* const* tensors, GanTensor* const* grads, int32_t count, GanTensor* const* inputs, int32_t input_count,
    uint8_t retain_graph, uint8_t create_graph);
// Writes one gradient (null where unused and allowed) for each of `inputs`.
GAN_API GanStatus gandsl_grad(
    GanTensor* const* outputs, GanTensor* const* grads, int32_t count, GanTensor* const* inputs, int32_t input_count,
    uint8_t retain_graph, uint8_t create_graph, uint8_t allow_unused, GanTensor** results);

// The numbers of a convolution; the arrays have one entry for each of its dimensions.
typedef struct GanConvolution {
    const int64_t* stride;
    const int64_t* padding;
    const int64_t* output_padding; // read only where it is transposed
    const int64_t* dilation;
    int64_t groups;
    int32_t dimensions; // 1 to 3
    uint8_t transposed;
} GanConvolution;

// torch.nn.functional.conv1d to conv_transpose3d; `bias` may be null.
GAN_API GanStatus gandsl_convolution(
    GanTensor* input, GanTensor* weight, GanTensor* bias, const GanConvolution* convolution, GanTensor** output);

// torch.nn.functional.linear; `bias` may be null.
GAN_API GanStatus gandsl_linear(GanTensor* input, GanTensor* weight, GanTensor* bias, GanTensor** output);

// torch.nn.functional.batch_norm; weight, bias and the running statistics may be null.
GAN_API GanStatus gandsl_batch_norm(
    GanTensor* input, GanTensor* weight, GanTensor* bias, GanTensor* running_mean, GanTensor* running_var,
    uint8_t training, double momentum, double eps, GanTensor** output);

// What Adam remembers of a parameter. `step` is counted up where the parameter has a gradient.
typedef struct GanAdamState {
    GanTensor* parameter;
    GanTensor* exp_avg;
    GanTensor* exp_avg_sq;
    GanTensor* max_exp_avg_sq; // null without AMSGrad
    int64_t step;
} GanAdamState;

typedef struct GanAdamOptions {
    double learning_rate;
    double beta1;
    double beta2;
    double eps;
    double weight_decay;
    uint8_t decoupled; // weight decay as in AdamW
    uint8_t maximize;
} GanAdamOptions;

// One step of torch.optim.Adam or AdamW for the parameters that have a gradient.
GAN_API GanStatus gandsl_adam(GanAdamState* states, int32_t count, const GanAdamOptions* options);

// What gradient descent remembers of a parameter. A null buffer is made where there is momentum and a gradient, and
// belongs to the caller.
typedef struct GanSgdState {
    GanTensor* parameter;
    GanTensor* momentum_buffer;
} GanSgdState;

typedef struct GanSgdOptions {
    double learning_rate;
    double momentum;
    double dampening;
    double weight_decay;
    uint8_t nesterov;
    uint8_t maximize;
} GanSgdOptions;

// One step of torch.optim.SGD for the parameters that have a gradient.
GAN_API GanStatus gandsl_sgd(GanSgdState* states, int32_t count, const GanSgdOptions* options);

GAN_API GanStatus gandsl_get_setting(GanSetting setting, int64_t* value);
GAN_API GanStatus gandsl_set_setting(GanSetting setting, int64_t value);

// A guard that belongs to the calling thread and must be ended on it, innermost first.
GAN_API GanStatus gandsl_inference_begin(uint8_t enabled, void** guard);
GAN_API GanStatus gandsl_inference_end(void* guard);

// Runs matrix products and convolutions of a type of device in a lower precision until ended; a guard as above.
GAN_API GanStatus gandsl_autocast_begin(int32_t device_type, int32_t dtype, void** guard);
GAN_API GanStatus gandsl_autocast_end(void* guard);

// Whether a device has instructions for bfloat16, so that it need not be emulated.
GAN_API GanStatus gandsl_has_bfloat16(int32_t device_type, int32_t device_index, uint8_t* has);

// Seeds the default generator of every device.
GAN_API GanStatus gandsl_manual_seed(int64_t seed);
// A new generator of a device, or a reference to the device's default one.
GAN_API GanStatus gandsl_generator_new(
    int32_t device_type, int32_t device_index, uint8_t is_default, GanGenerator** generator);
GAN_API GanStatus gandsl_generator_free(GanGenerator* generator);
GAN_API GanStatus gandsl_generator_get_seed(GanGenerator* generator, int64_t* seed);
GAN_API GanStatus gandsl_generator_set_seed(GanGenerator* generator, int64_t seed);
GAN_API GanStatus gandsl_generator_get_state(GanGenerator* generator, GanTensor** state);
GAN_API GanStatus gandsl_generator_set_state(GanGenerator* generator, GanTensor* state);

// Waits for all work on a CUDA device (-1: the current one).
GAN_API GanStatus gandsl_cuda_synchronize(int32_t device_index);

#ifdef __cplusplus
}
#endif

#endif
