class Library(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def adam(self: __torch__.Library, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, decay: float, epsilon: float, decoupled: bool) -> NoneType:
    _0 = torch.add_(steps[0], 1)
    maxima = annotate(List[Tensor], [])
    if decoupled:
      torch._fused_adamw_(weights, gradients, means, squares, maxima, steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    else:
      torch._fused_adam_(weights, gradients, means, squares, maxima, steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    torch._foreach_zero_(gradients)
    return None
  def sgd(self: __torch__.Library, weights: List[Tensor], gradients: List[Tensor], momenta: List[Tensor], rate: float, momentum: float, nesterov: bool, decay: float, first: bool) -> NoneType:
    torch._fused_sgd_(weights, gradients, momenta, weight_decay=decay, momentum=momentum, lr=rate, dampening=0., nesterov=nesterov, maximize=False, is_first_step=first)
    torch._foreach_zero_(gradients)
    return None
