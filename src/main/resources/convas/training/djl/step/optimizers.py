class Library(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def adam(self: __torch__.Library, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], decay: float, rate: float, beta1: float, beta2: float, epsilon: float, decoupled: bool) -> NoneType:
    _0 = torch.add_(steps[0], 1)
    maxima = annotate(List[Tensor], [])
    if decoupled:
      torch._fused_adamw_(weights, gradients, means, squares, maxima, steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    else:
      torch._fused_adam_(weights, gradients, means, squares, maxima, steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    torch._foreach_zero_(gradients)
    return None
  def sgd(self: __torch__.Library, weights: List[Tensor], gradients: List[Tensor], momenta: List[Tensor], decay: float, rate: float, momentum: float, nesterov: bool, first: bool) -> NoneType:
    torch._fused_sgd_(weights, gradients, momenta, weight_decay=decay, momentum=momentum, lr=rate, dampening=0., nesterov=nesterov, maximize=False, is_first_step=first)
    torch._foreach_zero_(gradients)
    return None
  def rmsprop(self: __torch__.Library, weights: List[Tensor], gradients: List[Tensor], squares: List[Tensor], means: List[Tensor], momenta: List[Tensor], decay: float, rate: float, alpha: float, epsilon: float, momentum: float, centered: bool) -> NoneType:
    torch._foreach_add_(gradients, weights, alpha=decay)
    torch._foreach_mul_(squares, alpha)
    torch._foreach_addcmul_(squares, gradients, gradients, value=torch.sub(1., alpha))
    if centered:
      torch._foreach_lerp_(means, gradients, torch.sub(1., alpha))
      roots = torch._foreach_addcmul(squares, means, means, value=-1.)
      torch._foreach_sqrt_(roots)
      divisors = roots
    else:
      divisors = torch._foreach_sqrt(squares)
    torch._foreach_add_(divisors, epsilon)
    if torch.gt(momentum, 0.):
      torch._foreach_mul_(momenta, momentum)
      torch._foreach_addcdiv_(momenta, gradients, divisors, value=1.)
      torch._foreach_add_(weights, momenta, alpha=torch.neg(rate))
    else:
      torch._foreach_addcdiv_(weights, gradients, divisors, value=torch.neg(rate))
    torch._foreach_zero_(gradients)
    return None
  def clip(self: __torch__.Library, gradients: List[Tensor], most: float) -> NoneType:
    norm = torch.norm(torch.stack(torch._foreach_norm(gradients, 2.)), 2.)
    torch._foreach_mul_(gradients, torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 9.9999999999999995e-07)), most), None, 1.))
    return None
  def average(self: __torch__.Library, averages: List[Tensor], values: List[Tensor], share: float) -> NoneType:
    torch._foreach_lerp_(averages, values, share)
    return None
