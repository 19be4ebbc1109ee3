// Handles and tagged values to ATen's types and back.

#pragma once

#include "gandsl_guard.h"

#include <ATen/core/Generator.h>
#include <ATen/core/List.h>
#include <ATen/core/TensorBody.h>
#include <ATen/core/ivalue.h>

#include <limits>
#include <memory>
#include <vector>

namespace gandsl {

// A handle is the TensorImpl itself: no allocation of ours stands between a tensor and its owner.
inline at::Tensor borrow(GanTensor* handle) {
    using Pointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
    require(handle != nullptr, "A tensor was needed and none was given.");
    return at::Tensor(Pointer::reclaim_copy(reinterpret_cast<c10::TensorImpl*>(handle)));
}

inline at::Tensor borrow_or_undefined(GanTensor* handle) {
    return handle == nullptr ? at::Tensor() : borrow(handle);
}

inline GanTensor* release(at::Tensor tensor) {
    return tensor.defined() ? reinterpret_cast<GanTensor*>(tensor.unsafeReleaseTensorImpl()) : nullptr;
}

inline void free_tensor(GanTensor* handle) {
    using Pointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
    if (handle != nullptr) {
        Pointer::reclaim(reinterpret_cast<c10::TensorImpl*>(handle));
    }
}

inline at::Generator borrow_generator(GanGenerator* handle) {
    require(handle != nullptr, "A generator was needed and none was given.");
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(
        reinterpret_cast<c10::GeneratorImpl*>(handle)));
}

inline std::vector<at::Tensor> borrow_all(GanTensor* const* handles, int32_t count, bool may_be_undefined = false) {
    require(count >= 0 && (count == 0 || handles != nullptr), "A list of tensors was needed and none was given.");
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int32_t i = 0; i < count; i++) {
        tensors.push_back(may_be_undefined ? borrow_or_undefined(handles[i]) : borrow(handles[i]));
    }
    return tensors;
}

inline c10::Device to_device(int64_t type, int64_t index) {
    require(type >= 0 && type < static_cast<int64_t>(c10::DeviceType::COMPILE_TIME_MAX_DEVICE_TYPES),
        "There is no such type of device.");
    require(index >= -1 && index <= 127, "A device index must be between -1 and 127.");
    return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

// c10::optional up to libtorch 2.2, std::optional after.
using OptionalTensor = decltype(std::declval<c10::IValue&>().toOptional<at::Tensor>());

inline OptionalTensor borrow_optional(GanTensor* handle) {
    return handle == nullptr ? OptionalTensor() : OptionalTensor(borrow(handle));
}

// The sum over examples and positions of [N, C, ...]: the gradient of a constant that each channel gets added.
inline at::Tensor sum_of_channels(const at::Tensor& maps) {
    std::vector<int64_t> others{0};
    for (int64_t i = 2; i < maps.dim(); i++) {
        others.push_back(i);
    }
    return maps.sum(others);
}

// What a schema's argument asks for where a tagged value alone does not say it.
enum class Wanted { AsGiven, Number, Float, FloatList, OptionalTensors };

inline Wanted wanted_by(c10::TypePtr type) {
    if (const auto optional = type->cast<c10::OptionalType>()) {
        type = optional->getElementType();
    }
    if (type->kind() == c10::TypeKind::NumberType) {
        return Wanted::Number;
    }
    if (type->kind() == c10::TypeKind::FloatType) {
        return Wanted::Float;
    }
    if (const auto list = type->cast<c10::ListType>()) {
        const auto element = list->getElementType();
        if (element->kind() == c10::TypeKind::FloatType) {
            return Wanted::FloatList;
        }
        if (element->kind() == c10::TypeKind::OptionalType) {
            return Wanted::OptionalTensors;
        }
    }
    return Wanted::AsGiven;
}

// The kinds of values that a type of the schema takes as they are, one bit for each GanKind; 0 where the schema has to look.
inline uint32_t kinds_of(c10::TypePtr type) {
    const auto bit = [](GanKind kind) { return uint32_t{1} << kind; };
    if (const auto optional = type->cast<c10::OptionalType>()) {
        const auto inner = kinds_of(optional->getElementType());
        return inner == 0 ? 0 : inner | bit(GAN_NONE);
    }
    switch (type->kind()) {
    case c10::TypeKind::TensorType:
        return bit(GAN_TENSOR);
    case c10::TypeKind::IntType:
        return bit(GAN_INT);
    case c10::TypeKind::FloatType:
        return bit(GAN_DOUBLE) | bit(GAN_INT);
    case c10::TypeKind::NumberType:
        return bit(GAN_DOUBLE) | bit(GAN_INT) | bit(GAN_BOOL);
    case c10::TypeKind::BoolType:
        return bit(GAN_BOOL);
    default:
        return 0;
    }
}

template <typename T, typename Source>
c10::List<T> copy_list(const GanValue& value) {
    const auto* source = static_cast<const Source*>(value.pointer);
    c10::List<T> list;
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; i++) {
        list.push_back(static_cast<T>(source[i]));
    }
    return list;
}

inline c10::IValue tensor_list(const GanValue& value, Wanted wanted) {
    auto* const* handles = static_cast<GanTensor* const*>(value.pointer);
    if (wanted != Wanted::OptionalTensors) {
        return c10::List<at::Tensor>(borrow_all(handles, value.count));
    }
    c10::List<OptionalTensor> list;
    list.reserve(value.count);
    for (int32_t i = 0; i < value.count; i++) {
        list.push_back(handles[i] == nullptr ? OptionalTensor() : OptionalTensor(borrow(handles[i])));
    }
    return list;
}

inline c10::IValue to_ivalue(const GanValue& value, Wanted wanted) {
    const bool is_list = value.kind >= GAN_INT_LIST && value.kind <= GAN_STRING;
    require(!is_list || (value.count >= 0 && (value.count == 0 || value.pointer != nullptr)),
        "A list was given without its elements.");
    switch (value.kind) {
    case GAN_NONE:
        return c10::IValue();
    case GAN_TENSOR:
        return borrow(static_cast<GanTensor*>(value.pointer));
    case GAN_INT:
        return wanted == Wanted::Float ? c10::IValue(static_cast<double>(value.integer)) : c10::IValue(value.integer);
    case GAN_DOUBLE:
        return value.real;
    case GAN_BOOL:
        // Schemas know no boolean Number; 0 and 1 mean the same to every operator.
        return wanted == Wanted::Number ? c10::IValue(value.integer) : c10::IValue(value.integer != 0);
    case GAN_INT_LIST:
        return wanted == Wanted::FloatList ? c10::IValue(copy_list<double, int64_t>(value))
                                           : c10::IValue(copy_list<int64_t, int64_t>(value));
    case GAN_DOUBLE_LIST:
        return copy_list<double, double>(value);
    case GAN_BOOL_LIST:
        return copy_list<bool, uint8_t>(value);
    case GAN_TENSOR_LIST:
        return tensor_list(value, wanted);
    case GAN_STRING:
        return std::string(static_cast<const char*>(value.pointer), value.count);
    case GAN_DEVICE:
        return to_device(value.count, value.integer);
    case GAN_GENERATOR:
        return borrow_generator(static_cast<GanGenerator*>(value.pointer));
    default:
        throw BadCall("A value of kind " + std::to_string(value.kind) + " was given; kinds go from 0 to 11.");
    }
}

inline void free_value(GanValue& value) noexcept {
    if (value.kind == GAN_TENSOR) {
        free_tensor(static_cast<GanTensor*>(value.pointer));
    } else if (value.kind == GAN_TENSOR_LIST) {
        auto** handles = static_cast<GanTensor**>(value.pointer);
        for (int32_t i = 0; i < value.count; i++) {
            free_tensor(handles[i]);
        }
        delete[] handles;
    }
    value.kind = GAN_NONE;
}

inline GanValue from_ivalue(c10::IValue&& result) {
    GanValue value{};
    if (result.isTensor()) {
        value.pointer = release(std::move(result).toTensor());
        value.kind = value.pointer == nullptr ? GAN_NONE : GAN_TENSOR;
    } else if (result.isInt()) {
        value.kind = GAN_INT;
        value.integer = result.toInt();
    } else if (result.isDouble()) {
        value.kind = GAN_DOUBLE;
        value.real = result.toDouble();
    } else if (result.isBool()) {
        value.kind = GAN_BOOL;
        value.integer = result.toBool();
    } else if (result.isTensorList()) {
        const auto tensors = result.toTensorVector();
        require(tensors.size() <= static_cast<size_t>(std::numeric_limits<int32_t>::max()),
            "An operator returned more tensors than can be counted in 32 bits.");
        auto** handles = new GanTensor*[tensors.size()];
        for (size_t i = 0; i < tensors.size(); i++) {
            handles[i] = release(tensors[i]);
        }
        value.kind = GAN_TENSOR_LIST;
        value.count = static_cast<int32_t>(tensors.size());
        value.pointer = handles;
    } else {
        require(result.isNone(), "An operator returned something that is neither a tensor nor a number.");
    }
    return value;
}

} // namespace gandsl
